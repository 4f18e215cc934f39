print("#### shared")
T = {
    "europython-2020-day-1.md": ["## {time}, {title}, {speakers}"],
    "pycon-colombia-2018.md": ["#### {title} - {speakers}", "### {title}"],
    "pycon-us-2021.md": ["# №{number}:{title}, {speakers}"],
    "pycones-2024.rst": ["## {number}. {title} // By {speakers}"],
    "pydata-berlin-2018.md": ["### {title} ({speakers})"],
}

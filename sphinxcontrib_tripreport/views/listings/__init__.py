"""Lists of talks, speakers, events and reports: what they show, and one module a layout."""

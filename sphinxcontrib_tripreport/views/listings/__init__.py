"""Lists of talks, speakers, events and reports, in every layout."""

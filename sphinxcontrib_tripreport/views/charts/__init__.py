"""Charts: how many talks, reports, speakers or notes there are of what, as tables and drawn."""

"""Talk patterns: what a post's headings and lines look like, and the talks they tell of."""

"""From the HTML of a page to the raw strings of an article's fields."""

"""The commands that newscrawl adds to `scrapy`: they parse arguments and print; the work is a function elsewhere."""

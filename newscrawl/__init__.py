"""A Scrapy crawler that keeps a faithful archive of Korean economic news."""

"""What a page costs, as ratios: the whole crawl against a spider that reads nothing, extraction against trafilatura."""

"""Newspapers, agencies and broadcasters: what they print on their own sites."""

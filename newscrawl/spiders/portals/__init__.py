"""Portals: where other publishers' articles are shown again."""

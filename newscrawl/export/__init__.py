"""The articles as files for other programs: one module, one format, one function ``write``."""

"""Rules of Korean press notation: pure functions from a string to a value, without HTML and I/O."""

"""Response letters and report pages: what they say, proposed as records."""

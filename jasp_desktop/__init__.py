"""JASP Desktop: the offline program of a police Joint Audit and Scrutiny Panel."""

__version__ = "0.1.0"

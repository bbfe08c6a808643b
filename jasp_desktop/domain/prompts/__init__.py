"""Prompts: rules that turn what is recorded into lines of enquiry, and prove nothing."""

"""The member’s own notebook beside the page."""

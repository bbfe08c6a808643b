"""The panel's questions and the member's own: the list by stage, and the life of each."""

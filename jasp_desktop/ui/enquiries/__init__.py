"""Lines of enquiry: the cards in a dossier, and the page of all of them."""

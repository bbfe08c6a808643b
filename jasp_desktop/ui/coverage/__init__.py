"""The coverage matrix: findings against what answers them."""

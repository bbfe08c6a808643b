"""The panel's own action tracker."""

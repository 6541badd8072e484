"""Needs, resources and the links between them; referrals; mandatory reports."""

"""The county's part: taking in, receipts, adding up. No window here."""

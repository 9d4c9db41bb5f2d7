"""Invoices and credit notes: numbers without gaps, texts of that moment."""

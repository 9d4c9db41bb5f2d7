"""The screens on which a lead writes a questionnaire and reads what came in."""

"""What is made for one visitor: a tailored guide, the papers of the visit, a brief for the officer. All private."""

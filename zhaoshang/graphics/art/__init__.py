"""Pictures in one visual language: flat bands of ridge, terrace and river, and the motifs that stand in
them.
"""

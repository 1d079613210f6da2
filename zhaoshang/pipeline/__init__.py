"""The narration: what is made of a folder of content, and in which order.

`building` makes the site, `visiting` the papers of a visit, `papers` what else is made for the bureau's own desk;
`preparing` is where all of them begin, `stages` are the steps of a build.
"""

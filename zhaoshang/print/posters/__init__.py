"""What is seen rather than read: pictures of shared links, posters, the leaflet for those who come home."""

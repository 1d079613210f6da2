"""The live preview: the site on this machine only, made anew after every burst of saves."""

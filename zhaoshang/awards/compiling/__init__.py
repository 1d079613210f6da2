"""Award → Program. All that needs judgement happens here, once; the interpreters only calculate."""

"""The endpoint from outside: a real server process, asked over HTTP, against the words of the specifications."""

"""Push and pull: paid messages that go to people, contents that bring people; how each adds up."""

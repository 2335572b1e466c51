package dev.rollcall.testkit.rsvp.link;

/** What the HTTP API must show of secret links. */
public interface LinkFeature extends AnswerLinkApiContract, NamesakeApiContract {}

package dev.rollcall.transfer;

/**
 * A thing that was not taken.
 *
 * @param feature the name of its kind
 * @param id the record's id
 * @param reason why, for a person
 */
public record Refusal(String feature, String id, String reason) {}

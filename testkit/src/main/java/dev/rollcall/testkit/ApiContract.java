package dev.rollcall.testkit;

import dev.rollcall.testkit.customer.CustomerFeature;
import dev.rollcall.testkit.guid.GuidFeature;
import dev.rollcall.testkit.number.NumberFeature;
import dev.rollcall.testkit.protocol.ProtocolFeature;
import dev.rollcall.testkit.rsvp.RsvpFeature;
import dev.rollcall.testkit.uuid.UuidFeature;

/**
 * What the HTTP API must show over any transport and any store. A transport's test implements this and gives its {@link
 * #client()}; every answer is held against openapi.yaml on the way.
 */
public interface ApiContract
        extends UuidFeature, GuidFeature, RsvpFeature, CustomerFeature, NumberFeature, ProtocolFeature {}

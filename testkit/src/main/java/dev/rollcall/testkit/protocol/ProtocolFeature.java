package dev.rollcall.testkit.protocol;

/** What every operation of the HTTP API must show, whatever it does. */
public interface ProtocolFeature
        extends ServerApiContract, CrossSiteContract, UnknownNamesContract, ProtocolApiContract, JsonApiContract {}

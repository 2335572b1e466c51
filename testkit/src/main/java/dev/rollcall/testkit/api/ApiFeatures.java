package dev.rollcall.testkit.api;

/** What every feature of the HTTP API must show, and what all of them have in common. */
public interface ApiFeatures
        extends UuidFeature,
                GuidFeature,
                RsvpFeature,
                CustomerFeature,
                NumberFeature,
                ServerApiContract,
                CrossSiteContract,
                UnknownNamesContract,
                ProtocolApiContract {}

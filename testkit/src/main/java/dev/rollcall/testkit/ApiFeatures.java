package dev.rollcall.testkit;

import dev.rollcall.testkit.customer.CustomerFeature;
import dev.rollcall.testkit.guid.GuidFeature;
import dev.rollcall.testkit.number.NumberFeature;
import dev.rollcall.testkit.protocol.CrossSiteContract;
import dev.rollcall.testkit.protocol.ProtocolApiContract;
import dev.rollcall.testkit.protocol.ServerApiContract;
import dev.rollcall.testkit.protocol.UnknownNamesContract;
import dev.rollcall.testkit.rsvp.RsvpFeature;
import dev.rollcall.testkit.uuid.UuidFeature;

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

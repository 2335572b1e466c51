package dev.rollcall.testkit.api;

/** What every feature of the HTTP API must show, and what all of them have in common. */
public interface ApiFeatures
        extends UuidApiContract,
                GuidApiContract,
                GuidListApiContract,
                UserApiContract,
                EventTimeApiContract,
                EventListApiContract,
                CustomerApiContract,
                NumberApiContract,
                ServerApiContract,
                ProtocolApiContract {}

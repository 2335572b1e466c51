package dev.rollcall.testkit;

import dev.rollcall.testkit.api.CustomerApiContract;
import dev.rollcall.testkit.api.EventTimeApiContract;
import dev.rollcall.testkit.api.GuidApiContract;
import dev.rollcall.testkit.api.NumberApiContract;
import dev.rollcall.testkit.api.ProtocolApiContract;
import dev.rollcall.testkit.api.ServerApiContract;
import dev.rollcall.testkit.api.UserApiContract;
import dev.rollcall.testkit.api.UuidApiContract;

/**
 * What the HTTP API must show over any transport and any store. A transport's test implements this and gives its {@link
 * #client()}; every answer is held against openapi.yaml on the way.
 */
public interface ApiContract
        extends UuidApiContract,
                GuidApiContract,
                UserApiContract,
                EventTimeApiContract,
                CustomerApiContract,
                NumberApiContract,
                ServerApiContract,
                ProtocolApiContract {}

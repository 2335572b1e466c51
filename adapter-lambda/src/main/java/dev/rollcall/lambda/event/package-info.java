/** Events of API Gateway, function URLs and load balancers: requests that are read from them, and responses in their form. */
@NullMarked
package dev.rollcall.lambda.event;

import org.jspecify.annotations.NullMarked;

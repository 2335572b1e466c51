/** The HTTP API on AWS Lambda, behind API Gateway, function URLs and load balancers. */
@NullMarked
package dev.rollcall.lambda;

import org.jspecify.annotations.NullMarked;

package dev.rollcall.lambda.event;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** An invocation as the runtime describes it. */
public record InvocationContext(String getAwsRequestId, int getRemainingTimeInMillis) implements Context {

    public InvocationContext(String id) {
        this(id, 60_000);
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/rollcall";
    }

    @Override
    public String getLogStreamName() {
        return "test";
    }

    @Override
    public String getFunctionName() {
        return "rollcall";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-west-1:123456789012:function:rollcall";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("There is no identity.");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("There is no client.");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                System.getLogger("invocation").log(System.Logger.Level.INFO, message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}

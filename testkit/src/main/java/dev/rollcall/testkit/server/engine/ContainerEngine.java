package dev.rollcall.testkit.server.engine;

import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in Docker, on a port of the host that outlives a restart. */
public final class ContainerEngine implements Engine {

    private final String title;
    private final int port = BundledEngine.freePort();
    private final GenericContainer<?> container;

    /**
     * A server whose container is still to be made.
     *
     * @param title what people call it
     * @param image its image
     */
    public ContainerEngine(String title, Image image) {
        this.title = title;
        this.container = new GenericContainer<>(DockerImageName.parse(image.name()))
                .withEnv(image.environment())
                .withExposedPorts(image.port())
                .withCommand(image.arguments().toArray(String[]::new));
        container.setPortBindings(List.of(port + ":" + image.port()));
    }

    @Override
    public String address() {
        return container.getHost() + ":" + port;
    }

    @Override
    public void start() {
        if (running()) {
            return;
        }
        if (container.isCreated()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        } else {
            container.start();
        }
    }

    @Override
    public void stop() {
        if (running()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .withTimeout(60)
                    .exec();
        }
    }

    @Override
    public void kill() {
        if (running()) {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public boolean running() {
        return container.isRunning();
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.close();
    }

    @Override
    public String toString() {
        return title + " in Docker at " + address();
    }
}

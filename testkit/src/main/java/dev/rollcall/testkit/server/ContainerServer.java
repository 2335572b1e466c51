package dev.rollcall.testkit.server;

import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in Docker, on a port of the host that outlives a restart. */
final class ContainerServer implements DatabaseServer {

    static final String PASSWORD = "rollcall";

    private final String title;
    private final int port = BundledServer.freePort();
    private final GenericContainer<?> container;

    ContainerServer(Product product) {
        this.title = product.title();
        this.container = new GenericContainer<>(DockerImageName.parse(product.image()))
                .withEnv(product.environment())
                .withExposedPorts(3306)
                .withCommand(product.arguments().toArray(String[]::new));
        container.setPortBindings(List.of(port + ":3306"));
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:mysql://" + container.getHost() + ":" + port + "/" + database;
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String password() {
        return PASSWORD;
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
        Readiness.await(this, this::running, container::getLogs);
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
    public void close() {
        container.close();
    }

    @Override
    public String toString() {
        return title + " in Docker at " + jdbcUrl("");
    }
}

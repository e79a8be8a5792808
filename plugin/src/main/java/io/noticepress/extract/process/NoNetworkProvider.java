package io.noticepress.extract.process;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Channels of a JVM that has no network: none can be opened. Sockets, which do not ask here, are left a proxy that does not exist. */
public final class NoNetworkProvider extends SelectorProvider {
    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw noNetwork();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw noNetwork();
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw noNetwork();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw noNetwork();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw noNetwork();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw noNetwork();
    }

    private static IOException noNetwork() {
        return new IOException("there is no network");
    }
}

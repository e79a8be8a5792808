package io.noticepress.extract.process;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Channel provider of the separate JVM: every attempt to open a channel fails, so the libraries cannot use the network. Classic
 * sockets do not use it; the importer sets a non-existent proxy for them.
 */
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

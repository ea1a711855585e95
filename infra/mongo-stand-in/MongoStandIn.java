import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Speaks MongoDB's protocol on 127.0.0.1 over one H2 file, for machines where no mongod can be had (docs/adr/0002).
 * Usage: java -cp 'jars/*' MongoStandIn.java PORT FILE
 */
public class MongoStandIn {
  /** The first key of a command document is its name; these change data, or may ($merge and $out in aggregate). */
  private static final Set<String> WRITES = Set.of(
      "insert", "update", "delete", "findAndModify", "findandmodify", "create", "createIndexes",
      "drop", "dropDatabase", "dropIndexes", "renameCollection", "aggregate");

  /** Current drivers refuse the wire version that the library reports of itself. */
  private static final MongoVersion VERSION = new MongoVersion() {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  };

  /** H2 saves in the background, so a kill would lose what was already acknowledged: commit before each reply. */
  private static final class DurableBackend extends H2Backend {
    private final MVStore store;

    DurableBackend(MVStore store) {
      super(store);
      this.store = store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      try {
        return super.handleMessage(message);
      } finally {
        // Also after an error: a write of many documents may fail half way, and its first half stays.
        if (WRITES.contains(message.getDocument().keySet().iterator().next())) {
          store.commit();
        }
      }
    }
  }

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("Usage: MongoStandIn PORT FILE");
      System.exit(2);
    }
    MVStore store = new MVStore.Builder().fileName(args[1]).open();
    DurableBackend backend = new DurableBackend(store);
    backend.version(VERSION);
    MongoServer server = new MongoServer(backend);
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    // SIGTERM and SIGINT run this; shutting the server down also closes the store.
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    System.out.println("MongoDB stand-in on " + server.getConnectionString());
  }
}

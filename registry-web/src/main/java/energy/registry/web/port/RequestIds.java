package energy.registry.web.port;

/** Fresh request ids for forms: one form shown, one command, however often it is sent. */
public interface RequestIds {
    String fresh();
}

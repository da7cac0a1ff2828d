package vn.chuyencan.error;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/**
 * Why a file could not be read or written, or a server not be reached, told to people in their
 * language. What Java says is a path alone, the name of one of its classes, or English. A fault
 * keeps texts as arguments; a reason among them is a {@link #mark} that becomes words when the
 * fault's message is made. The words stand in {@code reasons_vi.properties} and {@code
 * reasons_en.properties}.
 */
public enum Reason {
  NO_FILE,
  NO_RIGHTS,
  IS_FOLDER,
  NO_FOLDER,
  EXISTS,
  NOT_EMPTY,
  DISK_FULL,
  READ_ONLY,
  DISK_BROKEN,
  NAME_TOO_LONG,
  LINKS_IN_CIRCLE,
  TOO_MANY_OPEN,
  NOT_TEXT,
  CUT_SHORT,
  NOT_PACKED,
  EMPTY,
  OTHERS_READ,
  NOBODY_ANSWERS,
  HOST_UNKNOWN,
  TOO_SLOW,
  NOT_SECURE,
  PUBLISHED_OTHERWISE,
  UNTOLD;

  /** In the private use area, so no text of others holds one. */
  private static final String SIGN = "\uE0FF";

  private static final Pattern MARK = Pattern.compile(SIGN + "([A-Z_]+)" + SIGN);

  /** What stands for the words in a fault's argument. */
  public String mark() {
    return SIGN + name() + SIGN;
  }

  /**
   * An argument that tells why reading or writing failed, and of which file where that is known.
   */
  public static String of(Throwable failure) {
    Throwable cause =
        failure instanceof UncheckedIOException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    Reason reason = reason(cause);
    if (reason == null) {
      return message(cause);
    }
    String file = file(cause);
    return file.isEmpty() ? reason.mark() : reason.mark() + " (" + file + ")";
  }

  /** The same where the fault's message names that file already. */
  public static String ofNamed(Object file, Throwable failure) {
    String told = of(failure);
    String repeated = " (" + file + ")";
    return told.endsWith(repeated) && told.startsWith(SIGN)
        ? told.substring(0, told.length() - repeated.length())
        : told;
  }

  /** The same, of a file that the failure does not name. */
  public static String of(String file, Throwable failure) {
    String told = of(failure);
    return told.contains(file) ? told : told + " (" + file + ")";
  }

  /** An argument with the words in place of the marks. */
  static String words(String argument, Language language) {
    return MARK.matcher(argument)
        .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), language)));
  }

  private static String word(String name, Language language) {
    return ResourceBundle.getBundle(
            "vn.chuyencan.error.reasons",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(name);
  }

  private static Reason reason(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return NO_FILE;
    } else if (cause instanceof AccessDeniedException) {
      return NO_RIGHTS;
    } else if (cause instanceof FileAlreadyExistsException) {
      return EXISTS;
    } else if (cause instanceof NotDirectoryException) {
      return NO_FOLDER;
    } else if (cause instanceof DirectoryNotEmptyException) {
      return NOT_EMPTY;
    } else if (cause instanceof FileSystemLoopException) {
      return LINKS_IN_CIRCLE;
    } else if (cause instanceof CharacterCodingException
        || cause instanceof CharConversionException) {
      return NOT_TEXT;
    } else if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
      return isUnknownHost(cause) ? HOST_UNKNOWN : NOBODY_ANSWERS;
    } else if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
      return TOO_SLOW;
    } else if (cause instanceof SSLException) {
      return NOT_SECURE;
    } else if (cause instanceof EOFException) {
      return CUT_SHORT;
    } else if (cause instanceof ZipException) {
      return NOT_PACKED;
    }
    return ofSystem(cause);
  }

  private static boolean isUnknownHost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  /** What the operating system says is in a message, in its English. */
  private static Reason ofSystem(Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    for (String[] one :
        new String[][] {
          {"No such file or directory", "NO_FILE"},
          {"Permission denied", "NO_RIGHTS"},
          {"Operation not permitted", "NO_RIGHTS"},
          {"Is a directory", "IS_FOLDER"},
          {"Not a directory", "NO_FOLDER"},
          {"No space left on device", "DISK_FULL"},
          {"Disk quota exceeded", "DISK_FULL"},
          {"Read-only file system", "READ_ONLY"},
          {"Input/output error", "DISK_BROKEN"},
          {"File name too long", "NAME_TOO_LONG"},
          {"Too many levels of symbolic links", "LINKS_IN_CIRCLE"},
          {"Too many open files", "TOO_MANY_OPEN"},
        }) {
      if (said.contains(one[0])) {
        return valueOf(one[1]);
      }
    }
    return cause instanceof FileNotFoundException ? NO_FILE : null;
  }

  private static String message(Throwable cause) {
    if (cause instanceof FileSystemException problem && problem.getReason() == null) {
      return UNTOLD.mark() + " (" + problem.getFile() + ")";
    }
    return cause.getMessage() == null ? UNTOLD.mark() : cause.getMessage();
  }

  private static String file(Throwable cause) {
    if (cause instanceof FileSystemException problem) {
      return problem.getFile() == null ? "" : problem.getFile();
    }
    // "/data/key (Permission denied)", as streams of files say it.
    String said = String.valueOf(cause.getMessage());
    int end = said.indexOf(" (");
    return cause instanceof FileNotFoundException && end > 0 ? said.substring(0, end) : "";
  }
}

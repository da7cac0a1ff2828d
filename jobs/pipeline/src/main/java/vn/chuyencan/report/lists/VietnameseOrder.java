package vn.chuyencan.report.lists;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of people in Vietnamese lists: by given name, which stands last, then by family name
 * and middle names word by word. Of a word its letters count first (a ă â … d đ e ê …), then its
 * tone: bằng, huyền, hỏi, ngã, sắc, nặng, wherever it is written (hoà is hòa). Case and signs
 * decide only between names that are otherwise one. Who has no name comes last; learners of one
 * name stand by their id.
 */
public final class VietnameseOrder implements Comparator<Person> {
  /** The combining marks of the tones in their order; a word without one comes first. */
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

  private static final Comparator<List<Integer>> BY_TONE = VietnameseOrder::byElement;

  private final Collator letters;
  private final Comparator<Key> keys;

  /** The order as CLDR and the standards have it. */
  public VietnameseOrder() {
    letters = Collator.getInstance(new ULocale("vi")).freeze();
    Collator byLetter = primary();
    Comparator<Word> words =
        Comparator.comparing(Word::letters, byLetter::compare).thenComparing(Word::tones, BY_TONE);
    keys =
        Comparator.comparing((Key key) -> key.words.isEmpty())
            .thenComparing(Key::words, (one, other) -> lexical(one, other, words))
            .thenComparing(Key::name, letters::compare)
            .thenComparing(Key::name);
  }

  private static Collator primary() {
    Collator collator = Collator.getInstance(new ULocale("vi"));
    collator.setStrength(Collator.PRIMARY);
    return collator.freeze();
  }

  @Override
  public int compare(Person one, Person other) {
    int byName = keys.compare(Key.of(one.fullName()), Key.of(other.fullName()));
    return byName != 0 ? byName : one.learnerId().compareTo(other.learnerId());
  }

  /**
   * A word without its tones, and its tones.
   *
   * @param letters in NFC
   * @param tones their places in the order
   */
  private record Word(String letters, List<Integer> tones) {

    static Word of(String word) {
      StringBuilder letters = new StringBuilder();
      List<Integer> tones = new ArrayList<>();
      String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
      for (int index = 0; index < parts.length(); index++) {
        int tone = TONES.indexOf(parts.charAt(index));
        if (tone < 0) {
          letters.append(parts.charAt(index));
        } else {
          tones.add(tone);
        }
      }
      return new Word(Normalizer.normalize(letters, Normalizer.Form.NFC), tones);
    }
  }

  /**
   * A name with its words in the order in which they count: the last one first.
   *
   * @param name as given
   */
  private record Key(String name, List<Word> words) {

    static Key of(String name) {
      List<Word> words = new ArrayList<>();
      for (String word : name.split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(Word.of(word));
        }
      }
      if (!words.isEmpty()) {
        words.add(0, words.remove(words.size() - 1));
      }
      return new Key(name, words);
    }
  }

  private static int byElement(List<Integer> one, List<Integer> other) {
    return lexical(one, other, Comparator.naturalOrder());
  }

  private static <T> int lexical(List<T> one, List<T> other, Comparator<? super T> order) {
    for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
      int compared = order.compare(one.get(index), other.get(index));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}

/**
 * Classes of the JDK, as OpenJDK 17.0.15 describes them (ObjectStreamClass.lookup), one a line: name; `c`lass, `f`inal,
 * `a`bstract or `i`nterface; flags in a stream (0: not Serializable; 2 SC_SERIALIZABLE, 1 SC_WRITE_METHOD,
 * 0c SC_EXTERNALIZABLE, 12 SC_ENUM, in decimal); serialVersionUID; superclass (`-`: Object); interfaces;
 * fields in a stream as `name:descriptor`, in their order there.
 */
export const jdkTable = `
java.io.BufferedReader c 0 0 java.io.Reader -
java.io.ByteArrayInputStream c 0 0 java.io.InputStream -
java.io.ByteArrayOutputStream c 0 0 java.io.OutputStream -
java.io.Closeable i 0 0 - java.lang.AutoCloseable
java.io.DataInput i 0 0 - -
java.io.DataOutput i 0 0 - -
java.io.EOFException c 2 6433858223774886977 java.io.IOException -
java.io.Externalizable i 0 0 - java.io.Serializable
java.io.File c 3 301077366599181567 - java.io.Serializable,java.lang.Comparable path:Ljava/lang/String;
java.io.FileInputStream c 0 0 java.io.InputStream -
java.io.FileNotFoundException c 2 -897856973823710492 java.io.IOException -
java.io.FileOutputStream c 0 0 java.io.OutputStream -
java.io.FilterOutputStream c 0 0 java.io.OutputStream -
java.io.Flushable i 0 0 - -
java.io.IOException c 2 7818375828146090155 java.lang.Exception -
java.io.InputStream a 0 0 - java.io.Closeable
java.io.InvalidClassException c 2 -4333316296251054416 java.io.ObjectStreamException - classname:Ljava/lang/String;
java.io.InvalidObjectException c 2 3233174318281839583 java.io.ObjectStreamException -
java.io.NotActiveException c 2 -3893467273049808895 java.io.ObjectStreamException -
java.io.NotSerializableException c 2 2906642554793891381 java.io.ObjectStreamException -
java.io.ObjectInput i 0 0 - java.io.DataInput,java.lang.AutoCloseable
java.io.ObjectInputStream c 0 0 java.io.InputStream java.io.ObjectInput,java.io.ObjectStreamConstants
java.io.ObjectInputStream$GetField a 0 0 - -
java.io.ObjectOutput i 0 0 - java.io.DataOutput,java.lang.AutoCloseable
java.io.ObjectOutputStream c 0 0 java.io.OutputStream java.io.ObjectOutput,java.io.ObjectStreamConstants
java.io.ObjectOutputStream$PutField a 0 0 - -
java.io.ObjectStreamConstants i 0 0 - -
java.io.ObjectStreamException a 2 7260898174833392607 java.io.IOException -
java.io.ObjectStreamField c 0 0 - java.lang.Comparable
java.io.OptionalDataException c 2 -8011121865681257820 java.io.ObjectStreamException - eof:Z length:I
java.io.OutputStream a 0 0 - java.io.Closeable,java.io.Flushable
java.io.PrintStream c 0 0 java.io.FilterOutputStream java.lang.Appendable,java.io.Closeable
java.io.PrintWriter c 0 0 java.io.Writer -
java.io.Reader a 0 0 - java.lang.Readable,java.io.Closeable
java.io.Serializable i 0 0 - -
java.io.StreamCorruptedException c 2 8983558202217591746 java.io.ObjectStreamException -
java.io.StringReader c 0 0 java.io.Reader -
java.io.StringWriter c 0 0 java.io.Writer -
java.io.UTFDataFormatException c 2 420743449228280612 java.io.IOException -
java.io.UncheckedIOException c 2 -8134305061645241065 java.lang.RuntimeException -
java.io.WriteAbortedException c 2 -3326426625597282442 java.io.ObjectStreamException - detail:Ljava/lang/Exception;
java.io.Writer a 0 0 - java.lang.Appendable,java.io.Closeable,java.io.Flushable
java.lang.AbstractStringBuilder a 0 0 - java.lang.Appendable,java.lang.CharSequence
java.lang.Appendable i 0 0 - -
java.lang.ArithmeticException c 2 2256477558314496007 java.lang.RuntimeException -
java.lang.ArrayIndexOutOfBoundsException c 2 -5116101128118950844 java.lang.IndexOutOfBoundsException -
java.lang.ArrayStoreException c 2 -4522193890499838241 java.lang.RuntimeException -
java.lang.AssertionError c 2 -5013299493970297370 java.lang.Error -
java.lang.AutoCloseable i 0 0 - -
java.lang.Boolean f 2 -3665804199014368530 - java.io.Serializable,java.lang.Comparable value:Z
java.lang.Byte f 2 -7183698231559129828 java.lang.Number java.lang.Comparable value:B
java.lang.CharSequence i 0 0 - -
java.lang.Character f 2 3786198910865385080 - java.io.Serializable,java.lang.Comparable value:C
java.lang.Class f 2 3206093459760846163 - java.io.Serializable,java.lang.reflect.GenericDeclaration,java.lang.reflect.Type,java.lang.reflect.AnnotatedElement,java.lang.invoke.TypeDescriptor$OfField
java.lang.ClassCastException c 2 -9223365651070458532 java.lang.RuntimeException -
java.lang.ClassLoader a 0 0 - -
java.lang.ClassNotFoundException c 3 9176873029745254542 java.lang.ReflectiveOperationException - ex:Ljava/lang/Throwable;
java.lang.CloneNotSupportedException c 2 5195511250079656443 java.lang.Exception -
java.lang.Cloneable i 0 0 - -
java.lang.Comparable i 0 0 - -
java.lang.Double f 2 -9172774392245257468 java.lang.Number java.lang.Comparable value:D
java.lang.Enum a 18 0 - java.lang.Comparable,java.io.Serializable
java.lang.Error c 2 4980196508277280342 java.lang.Throwable -
java.lang.Exception c 2 -3387516993124229948 java.lang.Throwable -
java.lang.ExceptionInInitializerError c 3 1521711792217232256 java.lang.LinkageError - exception:Ljava/lang/Throwable;
java.lang.Float f 2 -2671257302660747028 java.lang.Number java.lang.Comparable value:F
java.lang.IllegalAccessException c 2 6616958222490762034 java.lang.ReflectiveOperationException -
java.lang.IllegalArgumentException c 2 -5365630128856068164 java.lang.RuntimeException -
java.lang.IllegalStateException c 2 -1848914673093119416 java.lang.RuntimeException -
java.lang.IndexOutOfBoundsException c 2 234122996006267687 java.lang.RuntimeException -
java.lang.InstantiationException c 2 -8441929162975509110 java.lang.ReflectiveOperationException -
java.lang.Integer f 2 1360826667806852920 java.lang.Number java.lang.Comparable value:I
java.lang.InterruptedException c 2 6700697376100628473 java.lang.Exception -
java.lang.Iterable i 0 0 - -
java.lang.LinkageError c 2 3579600108157160122 java.lang.Error -
java.lang.Long f 2 4290774380558885855 java.lang.Number java.lang.Comparable value:J
java.lang.Math f 0 0 - -
java.lang.NegativeArraySizeException c 2 -8960118058596991861 java.lang.RuntimeException -
java.lang.NoClassDefFoundError c 2 9095859863287012458 java.lang.LinkageError -
java.lang.NoSuchFieldException c 2 -6143714805279938260 java.lang.ReflectiveOperationException -
java.lang.NoSuchMethodException c 2 5034388446362600923 java.lang.ReflectiveOperationException -
java.lang.NullPointerException c 2 5162710183389028792 java.lang.RuntimeException -
java.lang.Number a 2 -8742448824652078965 - java.io.Serializable
java.lang.NumberFormatException c 2 -2848938806368998894 java.lang.IllegalArgumentException -
java.lang.Object c 0 0 - -
java.lang.OutOfMemoryError c 2 8228564086184010517 java.lang.VirtualMachineError -
java.lang.Process a 0 0 - -
java.lang.Readable i 0 0 - -
java.lang.Record a 0 0 - -
java.lang.ReflectiveOperationException c 2 123456789 java.lang.Exception -
java.lang.Runnable i 0 0 - -
java.lang.Runtime c 0 0 - -
java.lang.RuntimeException c 2 -7034897190745766939 java.lang.Exception -
java.lang.SecurityException c 2 6878364983674394167 java.lang.RuntimeException -
java.lang.Short f 2 7515723908773894738 java.lang.Number java.lang.Comparable value:S
java.lang.StackOverflowError c 2 8609175038441759607 java.lang.VirtualMachineError -
java.lang.StackTraceElement f 2 6992337162326171013 - java.io.Serializable format:B lineNumber:I classLoaderName:Ljava/lang/String; declaringClass:Ljava/lang/String; fileName:Ljava/lang/String; methodName:Ljava/lang/String; moduleName:Ljava/lang/String; moduleVersion:Ljava/lang/String;
java.lang.String f 2 -6849794470754667710 - java.io.Serializable,java.lang.Comparable,java.lang.CharSequence
java.lang.StringBuffer f 3 3388685877147921107 java.lang.AbstractStringBuilder java.io.Serializable,java.lang.Comparable,java.lang.CharSequence count:I shared:Z value:[C
java.lang.StringBuilder f 3 4383685877147921099 java.lang.AbstractStringBuilder java.io.Serializable,java.lang.Comparable,java.lang.CharSequence
java.lang.StringIndexOutOfBoundsException c 2 -6762910422159637258 java.lang.IndexOutOfBoundsException -
java.lang.System f 0 0 - -
java.lang.Thread c 0 0 - java.lang.Runnable
java.lang.ThreadLocal c 0 0 - -
java.lang.Throwable c 3 -3042686055658047285 - java.io.Serializable cause:Ljava/lang/Throwable; detailMessage:Ljava/lang/String; stackTrace:[Ljava/lang/StackTraceElement; suppressedExceptions:Ljava/util/List;
java.lang.UnsupportedOperationException c 2 -1242599979055084673 java.lang.RuntimeException -
java.lang.VirtualMachineError a 2 4161983926571568670 java.lang.Error -
java.lang.invoke.SerializedLambda f 2 8025925345765570181 - java.io.Serializable implMethodKind:I capturedArgs:[Ljava/lang/Object; capturingClass:Ljava/lang/Class; functionalInterfaceClass:Ljava/lang/String; functionalInterfaceMethodName:Ljava/lang/String; functionalInterfaceMethodSignature:Ljava/lang/String; implClass:Ljava/lang/String; implMethodName:Ljava/lang/String; implMethodSignature:Ljava/lang/String; instantiatedMethodType:Ljava/lang/String;
java.lang.invoke.TypeDescriptor i 0 0 - -
java.lang.invoke.TypeDescriptor$OfField i 0 0 - java.lang.invoke.TypeDescriptor
java.lang.ref.PhantomReference c 0 0 java.lang.ref.Reference -
java.lang.ref.Reference a 0 0 - -
java.lang.ref.SoftReference c 0 0 java.lang.ref.Reference -
java.lang.ref.WeakReference c 0 0 java.lang.ref.Reference -
java.lang.reflect.AccessibleObject c 0 0 - java.lang.reflect.AnnotatedElement
java.lang.reflect.AnnotatedElement i 0 0 - -
java.lang.reflect.Constructor f 0 0 java.lang.reflect.Executable -
java.lang.reflect.Executable a 0 0 java.lang.reflect.AccessibleObject java.lang.reflect.Member,java.lang.reflect.GenericDeclaration
java.lang.reflect.Field f 0 0 java.lang.reflect.AccessibleObject java.lang.reflect.Member
java.lang.reflect.GenericDeclaration i 0 0 - java.lang.reflect.AnnotatedElement
java.lang.reflect.InvocationTargetException c 2 4085088731926701167 java.lang.ReflectiveOperationException - target:Ljava/lang/Throwable;
java.lang.reflect.Member i 0 0 - -
java.lang.reflect.Method f 0 0 java.lang.reflect.Executable -
java.lang.reflect.Type i 0 0 - -
java.math.BigDecimal c 3 6108874887143696463 java.lang.Number java.lang.Comparable scale:I intVal:Ljava/math/BigInteger;
java.math.BigInteger c 3 -8287574255936472291 java.lang.Number java.lang.Comparable bitCount:I bitLength:I firstNonzeroByteNum:I lowestSetBit:I signum:I magnitude:[B
java.math.RoundingMode f 18 0 java.lang.Enum -
java.net.InetAddress c 3 3286316764910316507 - java.io.Serializable address:I family:I hostName:Ljava/lang/String;
java.net.ServerSocket c 0 0 - java.io.Closeable
java.net.Socket c 0 0 - java.io.Closeable
java.net.URI f 3 -6052424284110960213 - java.lang.Comparable,java.io.Serializable string:Ljava/lang/String;
java.net.URL f 3 -7627629688361524110 - java.io.Serializable hashCode:I port:I authority:Ljava/lang/String; file:Ljava/lang/String; host:Ljava/lang/String; protocol:Ljava/lang/String; ref:Ljava/lang/String;
java.security.PrivilegedActionException c 3 4724086851538908602 java.lang.Exception - exception:Ljava/lang/Exception;
java.text.DateFormat a 2 7218322306649953788 java.text.Format - calendar:Ljava/util/Calendar; numberFormat:Ljava/text/NumberFormat;
java.text.DecimalFormat c 2 864413376551465018 java.text.NumberFormat - decimalSeparatorAlwaysShown:Z groupingSize:B maximumFractionDigits:I maximumIntegerDigits:I minExponentDigits:B minimumFractionDigits:I minimumIntegerDigits:I multiplier:I parseBigDecimal:Z serialVersionOnStream:I useExponentialNotation:Z negPrefixPattern:Ljava/lang/String; negSuffixPattern:Ljava/lang/String; negativePrefix:Ljava/lang/String; negativeSuffix:Ljava/lang/String; posPrefixPattern:Ljava/lang/String; posSuffixPattern:Ljava/lang/String; positivePrefix:Ljava/lang/String; positiveSuffix:Ljava/lang/String; roundingMode:Ljava/math/RoundingMode; symbols:Ljava/text/DecimalFormatSymbols;
java.text.Format a 2 -299282585814624189 - java.io.Serializable,java.lang.Cloneable
java.text.MessageFormat c 2 6479157306784022952 java.text.Format - maxOffset:I argumentNumbers:[I formats:[Ljava/text/Format; locale:Ljava/util/Locale; offsets:[I pattern:Ljava/lang/String;
java.text.NumberFormat a 3 -2308460125733713944 java.text.Format - groupingUsed:Z maxFractionDigits:B maxIntegerDigits:B maximumFractionDigits:I maximumIntegerDigits:I minFractionDigits:B minIntegerDigits:B minimumFractionDigits:I minimumIntegerDigits:I parseIntegerOnly:Z serialVersionOnStream:I
java.text.SimpleDateFormat c 2 4774881970558875024 java.text.DateFormat - serialVersionOnStream:I defaultCenturyStart:Ljava/util/Date; formatData:Ljava/text/DateFormatSymbols; locale:Ljava/util/Locale; pattern:Ljava/lang/String;
java.time.Clock a 0 0 - java.time.InstantSource
java.time.DayOfWeek f 18 0 java.lang.Enum java.time.temporal.TemporalAccessor,java.time.temporal.TemporalAdjuster
java.time.Duration f 2 3078945930695997490 - java.time.temporal.TemporalAmount,java.lang.Comparable,java.io.Serializable nanos:I seconds:J
java.time.Instant f 2 -665713676816604388 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable nanos:I seconds:J
java.time.InstantSource i 0 0 - -
java.time.LocalDate f 2 2942565459149668126 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.time.chrono.ChronoLocalDate,java.io.Serializable day:S month:S year:I
java.time.LocalDateTime f 2 6207766400415563566 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.time.chrono.ChronoLocalDateTime,java.io.Serializable date:Ljava/time/LocalDate; time:Ljava/time/LocalTime;
java.time.LocalTime f 2 6414437269572265201 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable hour:B minute:B nano:I second:B
java.time.Month f 18 0 java.lang.Enum java.time.temporal.TemporalAccessor,java.time.temporal.TemporalAdjuster
java.time.MonthDay f 2 -939150713474957432 - java.time.temporal.TemporalAccessor,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable day:I month:I
java.time.OffsetDateTime f 2 2287754244819255394 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable dateTime:Ljava/time/LocalDateTime; offset:Ljava/time/ZoneOffset;
java.time.Period f 2 -3587258372562876 - java.time.chrono.ChronoPeriod,java.io.Serializable days:I months:I years:I
java.time.Ser f 12 -7683839454370182990 - java.io.Externalizable
java.time.Year f 2 -23038383694477807 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable year:I
java.time.YearMonth f 2 4183400860270640070 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable month:I year:I
java.time.ZoneId a 2 8352817235686 - java.io.Serializable
java.time.ZoneOffset f 2 2357656521762053153 java.time.ZoneId java.time.temporal.TemporalAccessor,java.time.temporal.TemporalAdjuster,java.lang.Comparable,java.io.Serializable totalSeconds:I
java.time.ZoneRegion f 2 8386373296231747096 java.time.ZoneId java.io.Serializable id:Ljava/lang/String;
java.time.ZonedDateTime f 2 -6260982410461394882 - java.time.temporal.Temporal,java.time.chrono.ChronoZonedDateTime,java.io.Serializable dateTime:Ljava/time/LocalDateTime; offset:Ljava/time/ZoneOffset; zone:Ljava/time/ZoneId;
java.time.chrono.ChronoLocalDate i 0 0 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable
java.time.chrono.ChronoLocalDateTime i 0 0 - java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.lang.Comparable
java.time.chrono.ChronoPeriod i 0 0 - java.time.temporal.TemporalAmount
java.time.chrono.ChronoZonedDateTime i 0 0 - java.time.temporal.Temporal,java.lang.Comparable
java.time.format.DateTimeFormatter f 0 0 - -
java.time.temporal.Temporal i 0 0 - java.time.temporal.TemporalAccessor
java.time.temporal.TemporalAccessor i 0 0 - -
java.time.temporal.TemporalAdjuster i 0 0 - -
java.time.temporal.TemporalAmount i 0 0 - -
java.util.AbstractCollection a 0 0 - java.util.Collection
java.util.AbstractList a 0 0 java.util.AbstractCollection java.util.List
java.util.AbstractMap a 0 0 - java.util.Map
java.util.AbstractMap$SimpleEntry c 2 -8499721149061103585 - java.util.Map$Entry,java.io.Serializable key:Ljava/lang/Object; value:Ljava/lang/Object;
java.util.AbstractMap$SimpleImmutableEntry c 2 7138329143949025153 - java.util.Map$Entry,java.io.Serializable key:Ljava/lang/Object; value:Ljava/lang/Object;
java.util.AbstractQueue a 0 0 java.util.AbstractCollection java.util.Queue
java.util.AbstractSequentialList a 0 0 java.util.AbstractList -
java.util.AbstractSet a 0 0 java.util.AbstractCollection java.util.Set
java.util.ArrayDeque c 3 2340985798034038923 java.util.AbstractCollection java.util.Deque,java.lang.Cloneable,java.io.Serializable
java.util.ArrayList c 3 8683452581122892189 java.util.AbstractList java.util.List,java.util.RandomAccess,java.lang.Cloneable,java.io.Serializable size:I
java.util.ArrayList$Itr c 0 0 - java.util.Iterator
java.util.ArrayList$SubList c 0 0 java.util.AbstractList java.util.RandomAccess
java.util.Arrays c 0 0 - -
java.util.Arrays$ArrayList c 2 -2764017481108945198 java.util.AbstractList java.util.RandomAccess,java.io.Serializable a:[Ljava/lang/Object;
java.util.BitSet c 3 7997698588986878753 - java.lang.Cloneable,java.io.Serializable bits:[J
java.util.Calendar a 3 -1807547505821590642 - java.io.Serializable,java.lang.Cloneable,java.lang.Comparable areFieldsSet:Z firstDayOfWeek:I isTimeSet:Z lenient:Z minimalDaysInFirstWeek:I nextStamp:I serialVersionOnStream:I time:J fields:[I isSet:[Z zone:Ljava/util/TimeZone;
java.util.CollSer f 3 6309168927139932177 - java.io.Serializable tag:I
java.util.Collection i 0 0 - java.lang.Iterable
java.util.Collections c 0 0 - -
java.util.Collections$CopiesList c 2 2739099268398711800 java.util.AbstractList java.util.RandomAccess,java.io.Serializable n:I element:Ljava/lang/Object;
java.util.Collections$EmptyList c 2 8842843931221139166 java.util.AbstractList java.util.RandomAccess,java.io.Serializable
java.util.Collections$EmptyMap c 2 6428348081105594320 java.util.AbstractMap java.io.Serializable
java.util.Collections$EmptySet c 2 1582296315990362920 java.util.AbstractSet java.io.Serializable
java.util.Collections$ReverseComparator c 2 7207038068494060240 - java.util.Comparator,java.io.Serializable
java.util.Collections$SingletonList c 2 3093736618740652951 java.util.AbstractList java.util.RandomAccess,java.io.Serializable element:Ljava/lang/Object;
java.util.Collections$SingletonMap c 2 -6979724477215052911 java.util.AbstractMap java.io.Serializable k:Ljava/lang/Object; v:Ljava/lang/Object;
java.util.Collections$SingletonSet c 2 3193687207550431679 java.util.AbstractSet java.io.Serializable element:Ljava/lang/Object;
java.util.Collections$SynchronizedCollection c 3 3053995032091335093 - java.util.Collection,java.io.Serializable c:Ljava/util/Collection; mutex:Ljava/lang/Object;
java.util.Collections$SynchronizedList c 2 -7754090372962971524 java.util.Collections$SynchronizedCollection java.util.List list:Ljava/util/List;
java.util.Collections$SynchronizedMap c 3 1978198479659022715 - java.util.Map,java.io.Serializable m:Ljava/util/Map; mutex:Ljava/lang/Object;
java.util.Collections$SynchronizedRandomAccessList c 2 1530674583602358482 java.util.Collections$SynchronizedList java.util.RandomAccess
java.util.Collections$SynchronizedSet c 2 487447009682186044 java.util.Collections$SynchronizedCollection java.util.Set
java.util.Collections$UnmodifiableCollection c 2 1820017752578914078 - java.util.Collection,java.io.Serializable c:Ljava/util/Collection;
java.util.Collections$UnmodifiableList c 2 -283967356065247728 java.util.Collections$UnmodifiableCollection java.util.List list:Ljava/util/List;
java.util.Collections$UnmodifiableMap c 2 -1034234728574286014 - java.util.Map,java.io.Serializable m:Ljava/util/Map;
java.util.Collections$UnmodifiableRandomAccessList c 2 -2542308836966382001 java.util.Collections$UnmodifiableList java.util.RandomAccess
java.util.Collections$UnmodifiableSet c 2 -9215047833775013803 java.util.Collections$UnmodifiableCollection java.util.Set,java.io.Serializable
java.util.Collections$UnmodifiableSortedMap c 2 -8806743815996713206 java.util.Collections$UnmodifiableMap java.util.SortedMap,java.io.Serializable sm:Ljava/util/SortedMap;
java.util.Collections$UnmodifiableSortedSet c 2 -4929149591599911165 java.util.Collections$UnmodifiableSet java.util.SortedSet,java.io.Serializable ss:Ljava/util/SortedSet;
java.util.Comparator i 0 0 - -
java.util.ConcurrentModificationException c 2 -3666751008965953603 java.lang.RuntimeException -
java.util.Currency f 2 -158308464356906721 - java.io.Serializable currencyCode:Ljava/lang/String;
java.util.Date c 3 7523967970034938905 - java.io.Serializable,java.lang.Cloneable,java.lang.Comparable
java.util.Deque i 0 0 - java.util.Queue
java.util.Dictionary a 0 0 - -
java.util.EnumMap c 3 458661240069192865 java.util.AbstractMap java.io.Serializable,java.lang.Cloneable keyType:Ljava/lang/Class;
java.util.EnumSet a 2 1009687484059888093 java.util.AbstractSet java.lang.Cloneable,java.io.Serializable
java.util.EnumSet$SerializationProxy c 2 362491234563181265 - java.io.Serializable elementType:Ljava/lang/Class; elements:[Ljava/lang/Enum;
java.util.Enumeration i 0 0 - -
java.util.GregorianCalendar c 2 -8125100834729963327 java.util.Calendar - gregorianCutover:J
java.util.HashMap c 3 362498820763181265 java.util.AbstractMap java.util.Map,java.lang.Cloneable,java.io.Serializable loadFactor:F threshold:I
java.util.HashMap$EntryIterator f 0 0 java.util.HashMap$HashIterator java.util.Iterator
java.util.HashMap$EntrySet f 0 0 java.util.AbstractSet -
java.util.HashMap$HashIterator a 0 0 - -
java.util.HashMap$KeyIterator f 0 0 java.util.HashMap$HashIterator java.util.Iterator
java.util.HashMap$KeySet f 0 0 java.util.AbstractSet -
java.util.HashMap$Node c 0 0 - java.util.Map$Entry
java.util.HashMap$Values f 0 0 java.util.AbstractCollection -
java.util.HashSet c 3 -5024744406713321676 java.util.AbstractSet java.util.Set,java.lang.Cloneable,java.io.Serializable
java.util.Hashtable c 3 1421746759512286392 java.util.Dictionary java.util.Map,java.lang.Cloneable,java.io.Serializable loadFactor:F threshold:I
java.util.IdentityHashMap c 3 8188218128353913216 java.util.AbstractMap java.util.Map,java.io.Serializable,java.lang.Cloneable size:I
java.util.ImmutableCollections$AbstractImmutableCollection a 0 0 java.util.AbstractCollection -
java.util.ImmutableCollections$AbstractImmutableList a 0 0 java.util.ImmutableCollections$AbstractImmutableCollection java.util.List,java.util.RandomAccess
java.util.ImmutableCollections$AbstractImmutableMap a 2 7245284973983644920 java.util.AbstractMap java.io.Serializable
java.util.ImmutableCollections$AbstractImmutableSet a 0 0 java.util.ImmutableCollections$AbstractImmutableCollection java.util.Set
java.util.ImmutableCollections$List12 f 2 2634531074827841436 java.util.ImmutableCollections$AbstractImmutableList java.io.Serializable e0:Ljava/lang/Object; e1:Ljava/lang/Object;
java.util.ImmutableCollections$ListItr f 0 0 - java.util.ListIterator
java.util.ImmutableCollections$ListN f 2 3109894000706418650 java.util.ImmutableCollections$AbstractImmutableList java.io.Serializable allowNulls:Z elements:[Ljava/lang/Object;
java.util.ImmutableCollections$Map1 f 2 4847069532417880469 java.util.ImmutableCollections$AbstractImmutableMap - k0:Ljava/lang/Object; v0:Ljava/lang/Object;
java.util.ImmutableCollections$MapN f 2 7621843055432902789 java.util.ImmutableCollections$AbstractImmutableMap - size:I table:[Ljava/lang/Object;
java.util.ImmutableCollections$Set12 f 2 1124804917359491688 java.util.ImmutableCollections$AbstractImmutableSet java.io.Serializable e0:Ljava/lang/Object; e1:Ljava/lang/Object;
java.util.ImmutableCollections$SetN f 2 7658445931194884555 java.util.ImmutableCollections$AbstractImmutableSet java.io.Serializable size:I elements:[Ljava/lang/Object;
java.util.ImmutableCollections$SubList f 0 0 java.util.ImmutableCollections$AbstractImmutableList java.util.RandomAccess
java.util.Iterator i 0 0 - -
java.util.KeyValueHolder f 0 0 - java.util.Map$Entry
java.util.LinkedHashMap c 2 3801124242820219131 java.util.HashMap java.util.Map accessOrder:Z
java.util.LinkedHashMap$Entry c 0 0 java.util.HashMap$Node -
java.util.LinkedHashMap$LinkedEntrySet f 0 0 java.util.AbstractSet -
java.util.LinkedHashMap$LinkedKeySet f 0 0 java.util.AbstractSet -
java.util.LinkedHashMap$LinkedValues f 0 0 java.util.AbstractCollection -
java.util.LinkedHashSet c 2 -2851667679971038690 java.util.HashSet java.util.Set,java.lang.Cloneable,java.io.Serializable
java.util.LinkedList c 3 876323262645176354 java.util.AbstractSequentialList java.util.List,java.util.Deque,java.lang.Cloneable,java.io.Serializable
java.util.LinkedList$ListItr c 0 0 - java.util.ListIterator
java.util.List i 0 0 - java.util.Collection
java.util.ListIterator i 0 0 - java.util.Iterator
java.util.Locale f 3 9149081749638150636 - java.lang.Cloneable,java.io.Serializable hashcode:I country:Ljava/lang/String; extensions:Ljava/lang/String; language:Ljava/lang/String; script:Ljava/lang/String; variant:Ljava/lang/String;
java.util.Map i 0 0 - -
java.util.Map$Entry i 0 0 - -
java.util.MissingResourceException c 2 -4876345176062000401 java.lang.RuntimeException - className:Ljava/lang/String; key:Ljava/lang/String;
java.util.NavigableMap i 0 0 - java.util.SortedMap
java.util.NavigableSet i 0 0 - java.util.SortedSet
java.util.NoSuchElementException c 2 6769829250639411880 java.lang.RuntimeException -
java.util.Objects f 0 0 - -
java.util.Optional f 0 0 - -
java.util.OptionalInt f 0 0 - -
java.util.PriorityQueue c 3 -7720805057305804111 java.util.AbstractQueue java.io.Serializable size:I comparator:Ljava/util/Comparator;
java.util.Properties c 2 4112578634029874840 java.util.Hashtable - defaults:Ljava/util/Properties;
java.util.Queue i 0 0 - java.util.Collection
java.util.Random c 3 3905348978240129619 - java.util.random.RandomGenerator,java.io.Serializable haveNextNextGaussian:Z nextNextGaussian:D seed:J
java.util.RandomAccess i 0 0 - -
java.util.RegularEnumSet c 2 3411599620347842686 java.util.EnumSet - elements:J
java.util.ResourceBundle a 0 0 - -
java.util.Scanner f 0 0 - java.util.Iterator,java.io.Closeable
java.util.Set i 0 0 - java.util.Collection
java.util.SimpleTimeZone c 3 -403250971215465050 java.util.TimeZone - dstSavings:I endDay:I endDayOfWeek:I endMode:I endMonth:I endTime:I endTimeMode:I rawOffset:I serialVersionOnStream:I startDay:I startDayOfWeek:I startMode:I startMonth:I startTime:I startTimeMode:I startYear:I useDaylight:Z monthLength:[B
java.util.SortedMap i 0 0 - java.util.Map
java.util.SortedSet i 0 0 - java.util.Set
java.util.Stack c 2 1224463164541339165 java.util.Vector -
java.util.StringJoiner f 0 0 - -
java.util.StringTokenizer c 0 0 - java.util.Enumeration
java.util.TimeZone a 2 3581463369166924961 - java.io.Serializable,java.lang.Cloneable ID:Ljava/lang/String;
java.util.Timer c 0 0 - -
java.util.TimerTask a 0 0 - java.lang.Runnable
java.util.TreeMap c 3 919286545866124006 java.util.AbstractMap java.util.NavigableMap,java.lang.Cloneable,java.io.Serializable comparator:Ljava/util/Comparator;
java.util.TreeMap$Entry f 0 0 - java.util.Map$Entry
java.util.TreeMap$EntrySet c 0 0 java.util.AbstractSet -
java.util.TreeMap$KeySet f 0 0 java.util.AbstractSet java.util.NavigableSet
java.util.TreeMap$Values c 0 0 java.util.AbstractCollection -
java.util.TreeSet c 3 -2479143000061671589 java.util.AbstractSet java.util.NavigableSet,java.lang.Cloneable,java.io.Serializable
java.util.UUID f 2 -4856846361193249489 - java.io.Serializable,java.lang.Comparable leastSigBits:J mostSigBits:J
java.util.Vector c 3 -2767605614048989439 java.util.AbstractList java.util.List,java.util.RandomAccess,java.lang.Cloneable,java.io.Serializable capacityIncrement:I elementCount:I elementData:[Ljava/lang/Object;
java.util.WeakHashMap c 0 0 java.util.AbstractMap java.util.Map
java.util.concurrent.AbstractExecutorService a 0 0 - java.util.concurrent.ExecutorService
java.util.concurrent.ArrayBlockingQueue c 2 -817911632652898426 java.util.AbstractQueue java.util.concurrent.BlockingQueue,java.io.Serializable count:I putIndex:I takeIndex:I items:[Ljava/lang/Object; lock:Ljava/util/concurrent/locks/ReentrantLock; notEmpty:Ljava/util/concurrent/locks/Condition; notFull:Ljava/util/concurrent/locks/Condition;
java.util.concurrent.BlockingQueue i 0 0 - java.util.Queue
java.util.concurrent.Callable i 0 0 - -
java.util.concurrent.CompletableFuture c 0 0 - java.util.concurrent.Future,java.util.concurrent.CompletionStage
java.util.concurrent.CompletionStage i 0 0 - -
java.util.concurrent.ConcurrentHashMap c 3 7249069246763182397 java.util.AbstractMap java.util.concurrent.ConcurrentMap,java.io.Serializable segmentMask:I segmentShift:I segments:[Ljava/util/concurrent/ConcurrentHashMap$Segment;
java.util.concurrent.ConcurrentHashMap$Segment c 2 2249069246763182397 java.util.concurrent.locks.ReentrantLock java.io.Serializable loadFactor:F
java.util.concurrent.ConcurrentLinkedQueue c 3 196745693267521676 java.util.AbstractQueue java.util.Queue,java.io.Serializable
java.util.concurrent.ConcurrentMap i 0 0 - java.util.Map
java.util.concurrent.ConcurrentNavigableMap i 0 0 - java.util.concurrent.ConcurrentMap,java.util.NavigableMap
java.util.concurrent.ConcurrentSkipListMap c 3 -8627078645895051609 java.util.AbstractMap java.util.concurrent.ConcurrentNavigableMap,java.lang.Cloneable,java.io.Serializable comparator:Ljava/util/Comparator;
java.util.concurrent.CopyOnWriteArrayList c 3 8673264195747942595 - java.util.List,java.util.RandomAccess,java.lang.Cloneable,java.io.Serializable
java.util.concurrent.CopyOnWriteArraySet c 2 5457747651344034263 java.util.AbstractSet java.io.Serializable al:Ljava/util/concurrent/CopyOnWriteArrayList;
java.util.concurrent.CountDownLatch c 0 0 - -
java.util.concurrent.Executor i 0 0 - -
java.util.concurrent.ExecutorService i 0 0 - java.util.concurrent.Executor
java.util.concurrent.Executors c 0 0 - -
java.util.concurrent.Executors$DelegatedExecutorService c 0 0 - java.util.concurrent.ExecutorService
java.util.concurrent.Executors$FinalizableDelegatedExecutorService c 0 0 java.util.concurrent.Executors$DelegatedExecutorService -
java.util.concurrent.Future i 0 0 - -
java.util.concurrent.FutureTask c 0 0 - java.util.concurrent.RunnableFuture
java.util.concurrent.LinkedBlockingQueue c 3 -6903933977591709194 java.util.AbstractQueue java.util.concurrent.BlockingQueue,java.io.Serializable capacity:I count:Ljava/util/concurrent/atomic/AtomicInteger; notEmpty:Ljava/util/concurrent/locks/Condition; notFull:Ljava/util/concurrent/locks/Condition; putLock:Ljava/util/concurrent/locks/ReentrantLock; takeLock:Ljava/util/concurrent/locks/ReentrantLock;
java.util.concurrent.RunnableFuture i 0 0 - java.lang.Runnable,java.util.concurrent.Future
java.util.concurrent.ScheduledExecutorService i 0 0 - java.util.concurrent.ExecutorService
java.util.concurrent.ScheduledThreadPoolExecutor c 0 0 java.util.concurrent.ThreadPoolExecutor java.util.concurrent.ScheduledExecutorService
java.util.concurrent.Semaphore c 2 -3222578661600680210 - java.io.Serializable sync:Ljava/util/concurrent/Semaphore$Sync;
java.util.concurrent.ThreadPoolExecutor c 0 0 java.util.concurrent.AbstractExecutorService -
java.util.concurrent.TimeUnit f 18 0 java.lang.Enum -
java.util.concurrent.atomic.AtomicBoolean c 2 4654671469794556979 - java.io.Serializable value:I
java.util.concurrent.atomic.AtomicInteger c 2 6214790243416807050 java.lang.Number java.io.Serializable value:I
java.util.concurrent.atomic.AtomicLong c 2 1927816293512124184 java.lang.Number java.io.Serializable value:J
java.util.concurrent.atomic.AtomicReference c 2 -1848883965231344442 - java.io.Serializable value:Ljava/lang/Object;
java.util.concurrent.locks.AbstractOwnableSynchronizer a 2 3737899427754241961 - java.io.Serializable
java.util.concurrent.locks.AbstractQueuedSynchronizer a 2 7373984972572414691 java.util.concurrent.locks.AbstractOwnableSynchronizer java.io.Serializable state:I
java.util.concurrent.locks.Lock i 0 0 - -
java.util.concurrent.locks.ReadWriteLock i 0 0 - -
java.util.concurrent.locks.ReentrantLock c 2 7373984872572414699 - java.util.concurrent.locks.Lock,java.io.Serializable sync:Ljava/util/concurrent/locks/ReentrantLock$Sync;
java.util.concurrent.locks.ReentrantLock$FairSync f 2 -3000897897090466540 java.util.concurrent.locks.ReentrantLock$Sync -
java.util.concurrent.locks.ReentrantLock$NonfairSync f 2 7316153563782823691 java.util.concurrent.locks.ReentrantLock$Sync -
java.util.concurrent.locks.ReentrantLock$Sync a 2 -5179523762034025860 java.util.concurrent.locks.AbstractQueuedSynchronizer -
java.util.concurrent.locks.ReentrantReadWriteLock c 2 -6992448646407690164 - java.util.concurrent.locks.ReadWriteLock,java.io.Serializable readerLock:Ljava/util/concurrent/locks/ReentrantReadWriteLock$ReadLock; sync:Ljava/util/concurrent/locks/ReentrantReadWriteLock$Sync; writerLock:Ljava/util/concurrent/locks/ReentrantReadWriteLock$WriteLock;
java.util.function.BiConsumer i 0 0 - -
java.util.function.BiFunction i 0 0 - -
java.util.function.BinaryOperator i 0 0 - java.util.function.BiFunction
java.util.function.BooleanSupplier i 0 0 - -
java.util.function.Consumer i 0 0 - -
java.util.function.Function i 0 0 - -
java.util.function.IntFunction i 0 0 - -
java.util.function.IntSupplier i 0 0 - -
java.util.function.Predicate i 0 0 - -
java.util.function.Supplier i 0 0 - -
java.util.function.ToIntFunction i 0 0 - -
java.util.function.UnaryOperator i 0 0 - java.util.function.Function
java.util.logging.Level c 2 -8176160795706313070 - java.io.Serializable value:I name:Ljava/lang/String; resourceBundleName:Ljava/lang/String;
java.util.logging.Logger c 0 0 - -
java.util.random.RandomGenerator i 0 0 - -
java.util.regex.MatchResult i 0 0 - -
java.util.regex.Matcher f 0 0 - java.util.regex.MatchResult
java.util.regex.Pattern f 2 5073258162644648461 - java.io.Serializable flags:I pattern:Ljava/lang/String;
java.util.stream.AbstractPipeline a 0 0 java.util.stream.PipelineHelper java.util.stream.BaseStream
java.util.stream.BaseStream i 0 0 - java.lang.AutoCloseable
java.util.stream.IntStream i 0 0 - java.util.stream.BaseStream
java.util.stream.PipelineHelper a 0 0 - -
java.util.stream.ReferencePipeline a 0 0 java.util.stream.AbstractPipeline java.util.stream.Stream
java.util.stream.ReferencePipeline$Head c 0 0 java.util.stream.ReferencePipeline -
java.util.stream.Stream i 0 0 - java.util.stream.BaseStream
`;

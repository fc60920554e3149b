import type { LegacyEncoding } from '../../model/article.ts';

/**
 * Code points of the bytes 80 to FF in each encoding, in hexadecimal; `-` is undefined. Bytes 00 to
 * 7F are ASCII. Generated from Python's codecs (Unicode's mapping files) by
 * `bytes([byte]).decode(name)` with the names `cp1256`, `iso8859_6`, `cp720`, `mac_arabic` and
 * `cp1252`; C1 controls are treated as undefined. Mac OS has its ASCII characters twice, the second
 * time for right-to-left lines.
 */
export const tables: Readonly<Record<LegacyEncoding, string>> = {
  'windows-1256': `
20ac 67e 201a 192 201e 2026 2020 2021 2c6 2030 679 2039 152 686 698 688 6af 2018 2019 201c 201d 2022
2013 2014 6a9 2122 691 203a 153 200c 200d 6ba a0 60c a2 a3 a4 a5 a6 a7 a8 a9 6be ab ac ad ae af b0
b1 b2 b3 b4 b5 b6 b7 b8 b9 61b bb bc bd be 61f 6c1 621 622 623 624 625 626 627 628 629 62a 62b 62c
62d 62e 62f 630 631 632 633 634 635 636 d7 637 638 639 63a 640 641 642 643 e0 644 e2 645 646 647 648
e7 e8 e9 ea eb 649 64a ee ef 64b 64c 64d 64e f4 64f 650 f7 651 f9 652 fb fc 200e 200f 6d2`,
  'iso-8859-6': `
- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a0 - - - a4 - - - - - - - 60c ad - -
- - - - - - - - - - - 61b - - - 61f - 621 622 623 624 625 626 627 628 629 62a 62b 62c 62d 62e 62f
630 631 632 633 634 635 636 637 638 639 63a - - - - - 640 641 642 643 644 645 646 647 648 649 64a
64b 64c 64d 64e 64f 650 651 652 - - - - - - - - - - - - -`,
  cp720: `
- - e9 e2 - e0 - e7 ea eb e8 ef ee - - - - 651 652 f4 a4 640 fb f9 621 622 623 624 a3 625 626 627
628 629 62a 62b 62c 62d 62e 62f 630 631 632 633 634 635 ab bb 2591 2592 2593 2502 2524 2561 2562
2556 2555 2563 2551 2557 255d 255c 255b 2510 2514 2534 252c 251c 2500 253c 255e 255f 255a 2554 2569
2566 2560 2550 256c 2567 2568 2564 2565 2559 2558 2552 2553 256b 256a 2518 250c 2588 2584 258c 2590
2580 636 637 638 639 63a 641 b5 642 643 644 645 646 647 648 649 64a 2261 64b 64c 64d 64e 64f 650
2248 b0 2219 b7 221a 207f b2 25a0 a0`,
  'mac-arabic': `
c4 a0 c7 c9 d1 d6 dc e1 e0 e2 e4 6ba ab e7 e9 e8 ea eb ed 2026 ee ef f1 f3 bb f4 f6 f7 fa f9 fb fc
20 21 22 23 24 66a 26 27 28 29 2a 2b 60c 2d 2e 2f 660 661 662 663 664 665 666 667 668 669 3a 61b 3c
3d 3e 61f 274a 621 622 623 624 625 626 627 628 629 62a 62b 62c 62d 62e 62f 630 631 632 633 634 635
636 637 638 639 63a 5b 5c 5d 5e 5f 640 641 642 643 644 645 646 647 648 649 64a 64b 64c 64d 64e 64f
650 651 652 67e 679 686 6d5 6a4 6af 688 691 7b 7c 7d 698 6d2`,
  'windows-1252': `
20ac - 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 - 17d - - 2018 2019 201c 201d 2022 2013
2014 2dc 2122 161 203a 153 - 17e 178 a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 aa ab ac ad ae af b0 b1 b2 b3 b4
b5 b6 b7 b8 b9 ba bb bc bd be bf c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 ca cb cc cd ce cf d0 d1 d2 d3 d4 d5
d6 d7 d8 d9 da db dc dd de df e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 ea eb ec ed ee ef f0 f1 f2 f3 f4 f5 f6
f7 f8 f9 fa fb fc fd fe ff`,
};

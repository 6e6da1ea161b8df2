;; Cuts protocol logs into lines, finds the fields of each line that the sessions need, and the anchors in what was said.
;; Written by hand, as it is the one loop that every byte of every log goes through. `npm run wasm` makes line-scanner-code.ts.
(module
  (memory (export "memory") 1)

  ;; Where the host puts what is looked for: see line-scanner.ts, which has the same figures.
  ;;   0   six vectors: what the low and the high half of a fingerprint's first, second and third byte may be, a bit a bucket
  ;;  96   eight addresses: the texts of each bucket
  ;; 128   six addresses: scratch, the commas of a line
  ;; 160   one vector: scratch, the buckets of a block

  ;; What makes the hashes of session ids unforeseeable: odd numbers.
  (global (export "seed1") (mut i64) (i64.const 0x9e3779b97f4a7c15))
  (global (export "seed2") (mut i64) (i64.const 0xc2b2ae3d27d4eb4f))
  ;; Where the scan ended: after the last line whose record was written.
  (global $next (export "next") (mut i32) (i32.const 0))
  ;; Whether a byte beyond ASCII was met.
  (global $beyond (export "beyondAscii") (mut i32) (i32.const 0))

  ;; Finds six commas: where the time, the connector, the session's id, the sequence number and the two endpoints end, and the
  ;; event. Returns where the data begins; 0 for a line that is not plain: whose time is not 24 bytes long, whose id is not 16,
  ;; or that has a quote before the data.
  (func $split (param $line i32) (param $to i32) (result i32)
    (local $at i32) (local $block v128) (local $commas i32) (local $quotes i32) (local $found i32) (local $bit i32)
    (if (i32.ne (i32.load8_u offset=24 (local.get $line)) (i32.const 0x2c)) (then (return (i32.const 0))))
    (if (v128.any_true
          (v128.or
            (v128.or
              (i8x16.eq (v128.load (local.get $line)) (i8x16.splat (i32.const 0x2c)))
              (i8x16.eq (v128.load (local.get $line)) (i8x16.splat (i32.const 0x22))))
            (v128.or
              (i8x16.eq (v128.load offset=8 (local.get $line)) (i8x16.splat (i32.const 0x2c)))
              (i8x16.eq (v128.load offset=8 (local.get $line)) (i8x16.splat (i32.const 0x22))))))
      (then (return (i32.const 0))))
    (local.set $at (i32.add (local.get $line) (i32.const 25)))
    (local.set $found (i32.const 128))
    (loop $blocks
      (if (i32.ge_u (local.get $at) (local.get $to)) (then (return (i32.const 0))))
      (local.set $block (v128.load (local.get $at)))
      (local.set $commas (i8x16.bitmask (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x2c)))))
      (local.set $quotes (i8x16.bitmask (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x22)))))
      (block $done
        (loop $each
          (br_if $done (i32.eqz (local.get $commas)))
          (local.set $bit (i32.ctz (local.get $commas)))
          (i32.store (local.get $found) (i32.add (local.get $at) (local.get $bit)))
          (local.set $found (i32.add (local.get $found) (i32.const 4)))
          (if (i32.eq (local.get $found) (i32.const 152))
            (then
              ;; A quote before the last comma.
              (if (i32.and (local.get $quotes) (i32.sub (i32.shl (i32.const 1) (local.get $bit)) (i32.const 1)))
                (then (return (i32.const 0))))
              (if (i32.ne
                    (i32.sub (i32.load (i32.const 132)) (i32.load (i32.const 128)))
                    (i32.const 17))
                (then (return (i32.const 0))))
              (return (i32.add (i32.load (i32.const 148)) (i32.const 1)))))
          (local.set $commas (i32.and (local.get $commas) (i32.sub (local.get $commas) (i32.const 1))))
          (br $each)))
      (if (local.get $quotes) (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $blocks))
    (unreachable))

  ;; The tags of the texts of some buckets whose fingerprint ends at a place, and that begin no earlier than the data.
  ;; A text is: its tag, how far its fingerprint's end is from its beginning, how many pieces it has, 0; then its pieces: 16 bytes,
  ;; which of them count, and the bits that do not. A tag of 0 ends a bucket's list.
  (func $verify (param $last i32) (param $buckets i32) (param $data i32) (result i32)
    (local $tags i32) (local $text i32) (local $start i32) (local $piece i32) (local $end i32) (local $size i32)
    (loop $each
      (local.set $text (i32.load offset=96 (i32.shl (i32.ctz (local.get $buckets)) (i32.const 2))))
      (block $listed
        (loop $texts
          (br_if $listed (i32.eqz (i32.load (local.get $text))))
          (local.set $start (i32.sub (local.get $last) (i32.load offset=4 (local.get $text))))
          (local.set $piece (i32.add (local.get $text) (i32.const 16)))
          (local.set $size (i32.load offset=8 (local.get $text)))
          (local.set $end (i32.add (local.get $piece) (i32.mul (local.get $size) (i32.const 48))))
          (block $differs
            (br_if $differs (i32.lt_u (local.get $start) (local.get $data)))
            (loop $pieces
              (br_if $differs
                (v128.any_true
                  (v128.and
                    (v128.xor
                      (v128.or (v128.load (local.get $start)) (v128.load offset=32 (local.get $piece)))
                      (v128.load (local.get $piece)))
                    (v128.load offset=16 (local.get $piece)))))
              (local.set $start (i32.add (local.get $start) (i32.const 16)))
              (local.set $piece (i32.add (local.get $piece) (i32.const 48)))
              (br_if $pieces (i32.lt_u (local.get $piece) (local.get $end))))
            (local.set $tags (i32.or (local.get $tags) (i32.load (local.get $text)))))
          (local.set $text (local.get $end))
          (br $texts)))
      (local.set $buckets (i32.and (local.get $buckets) (i32.sub (local.get $buckets) (i32.const 1))))
      (br_if $each (local.get $buckets)))
    (local.get $tags))

  ;; Scans lines, each of which ends in a line feed, and writes a record of twelve numbers for each, as line-scanner.ts has them.
  ;; Up to 64 bytes before the first line and after the last one are read, and make no difference.
  ;; Returns how many records were written: no more than $most.
  (func (export "scan") (param $from i32) (param $to i32) (param $records i32) (param $most i32) (result i32)
    (local $low1 v128) (local $high1 v128) (local $low2 v128) (local $high2 v128) (local $low3 v128) (local $high3 v128)
    (local $block v128) (local $low v128) (local $high v128)
    (local $firsts v128) (local $seconds v128) (local $firstsBefore v128) (local $secondsBefore v128)
    (local $met v128) (local $feeds v128) (local $all v128)
    (local $at i32) (local $bits i32) (local $bit i32) (local $feedBits i32)
    (local $line i32) (local $data i32) (local $tags i32) (local $record i32) (local $last i32) (local $end i32) (local $id i32)
    (local.set $low1 (v128.load (i32.const 0)))
    (local.set $high1 (v128.load (i32.const 16)))
    (local.set $low2 (v128.load (i32.const 32)))
    (local.set $high2 (v128.load (i32.const 48)))
    (local.set $low3 (v128.load (i32.const 64)))
    (local.set $high3 (v128.load (i32.const 80)))
    (local.set $at (local.get $from))
    (local.set $line (local.get $from))
    (local.set $record (local.get $records))
    (local.set $last (i32.add (local.get $records) (i32.mul (local.get $most) (i32.const 48))))
    (global.set $beyond (i32.const 0))
    (block $done
      (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
      (br_if $done (i32.eqz (local.get $most)))
      (local.set $data (call $split (local.get $line) (local.get $to)))
      (loop $blocks
        (local.set $block (v128.load (local.get $at)))
        (local.set $all (v128.or (local.get $all) (local.get $block)))
        (local.set $low (v128.and (local.get $block) (i8x16.splat (i32.const 0x0f))))
        (local.set $high (v128.and (i16x8.shr_u (local.get $block) (i32.const 4)) (i8x16.splat (i32.const 0x0f))))
        (local.set $firsts
          (v128.and (i8x16.swizzle (local.get $low1) (local.get $low)) (i8x16.swizzle (local.get $high1) (local.get $high))))
        (local.set $seconds
          (v128.and (i8x16.swizzle (local.get $low2) (local.get $low)) (i8x16.swizzle (local.get $high2) (local.get $high))))
        ;; The buckets that have a fingerprint that ends in each byte.
        (local.set $met
          (v128.and
            (v128.and (i8x16.swizzle (local.get $low3) (local.get $low)) (i8x16.swizzle (local.get $high3) (local.get $high)))
            (v128.and
              (i8x16.shuffle 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 (local.get $secondsBefore) (local.get $seconds))
              (i8x16.shuffle 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 (local.get $firstsBefore) (local.get $firsts)))))
        (local.set $firstsBefore (local.get $firsts))
        (local.set $secondsBefore (local.get $seconds))
        (local.set $feeds (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x0a))))
        (if (v128.any_true (v128.or (local.get $met) (local.get $feeds)))
          (then
            (v128.store (i32.const 160) (local.get $met))
            (local.set $feedBits (i8x16.bitmask (local.get $feeds)))
            (local.set $bits
              (i32.or
                (local.get $feedBits)
                (i8x16.bitmask (i8x16.ne (local.get $met) (v128.const i64x2 0 0)))))
            (block $looked
              (loop $each
                (br_if $looked (i32.eqz (local.get $bits)))
                (local.set $bit (i32.ctz (local.get $bits)))
                (local.set $end (i32.add (local.get $at) (local.get $bit)))
                (br_if $done (i32.ge_u (local.get $end) (local.get $to)))
                (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
                (if (i32.and (i32.shr_u (local.get $feedBits) (local.get $bit)) (i32.const 1))
                  (then
                    (global.set $next (i32.add (local.get $end) (i32.const 1)))
                    ;; A return before the line feed is part of the line's end.
                    (if (i32.and
                          (i32.gt_u (local.get $end) (local.get $line))
                          (i32.eq (i32.load8_u (i32.sub (local.get $end) (i32.const 1))) (i32.const 0x0d)))
                      (then (local.set $end (i32.sub (local.get $end) (i32.const 1)))))
                    ;; The commas were those of the next line.
                    (if (i32.gt_u (local.get $data) (local.get $end)) (then (local.set $data (i32.const 0))))
                    (i32.store (local.get $record) (local.get $line))
                    (i32.store offset=4 (local.get $record) (local.get $end))
                    (i32.store offset=8 (local.get $record) (local.get $data))
                    (if (local.get $data)
                      (then
                        (local.set $id (i32.add (i32.load (i32.const 128)) (i32.const 1)))
                        (i32.store offset=12 (local.get $record) (local.get $id))
                        (i32.store offset=16 (local.get $record) (i32.add (i32.load (i32.const 140)) (i32.const 1)))
                        (i32.store offset=20 (local.get $record) (i32.load (i32.const 144)))
                        (i32.store offset=24 (local.get $record)
                          (i32.or
                            (i32.shl (local.get $tags) (i32.const 8))
                            (i32.load8_u offset=1 (i32.load (i32.const 144)))))
                        (i32.store offset=28 (local.get $record) (call $hash (local.get $id)))
                        (v128.store offset=32 (local.get $record) (v128.load (local.get $id)))))
                    (local.set $record (i32.add (local.get $record) (i32.const 48)))
                    (br_if $done (i32.eq (local.get $record) (local.get $last)))
                    (local.set $line (global.get $next))
                    (br_if $done (i32.ge_u (local.get $line) (local.get $to)))
                    (local.set $tags (i32.const 0))
                    (local.set $data (call $split (local.get $line) (local.get $to))))
                  (else
                    (if (local.get $data)
                      (then
                        (local.set $tags
                          (i32.or
                            (local.get $tags)
                            (call $verify
                              (local.get $end)
                              (i32.load8_u offset=160 (local.get $bit))
                              (local.get $data))))))))
                (br $each)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $blocks (i32.lt_u (local.get $at) (local.get $to)))))
    (global.set $beyond (i32.ne (i8x16.bitmask (local.get $all)) (i32.const 0)))
    (i32.div_u (i32.sub (local.get $record) (local.get $records)) (i32.const 48)))

  ;; Whether two ranges hold the same bytes. Up to 15 bytes behind either are read, and make no difference.
  (func (export "same") (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $left i32)
    (local.set $left (local.get $length))
    (loop $pieces
      (if (i32.le_s (local.get $left) (i32.const 16))
        (then
          (return
            (i32.eqz
              (i32.and
                (i8x16.bitmask (i8x16.ne (v128.load (local.get $one)) (v128.load (local.get $other))))
                (i32.sub (i32.shl (i32.const 1) (local.get $left)) (i32.const 1)))))))
      (if (v128.any_true (v128.xor (v128.load (local.get $one)) (v128.load (local.get $other))))
        (then (return (i32.const 0))))
      (local.set $one (i32.add (local.get $one) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (local.set $left (i32.sub (local.get $left) (i32.const 16)))
      (br $pieces))
    (unreachable))

  ;; A hash of a range, mixed with another.
  (func (export "hash") (param $at i32) (param $end i32) (param $with i32) (result i32)
    (local $mixed i64)
    (local.set $mixed (i64.extend_i32_u (local.get $with)))
    (block $done
      (loop $eights
        (br_if $done (i32.gt_u (i32.add (local.get $at) (i32.const 8)) (local.get $end)))
        (local.set $mixed (call $mix (i64.xor (local.get $mixed) (i64.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $eights)))
    ;; The last bytes, fewer than eight, above their number.
    (i32.wrap_i64
      (i64.shr_u
        (call $mix
          (i64.xor
            (local.get $mixed)
            (i64.or
              (i64.extend_i32_u (i32.sub (local.get $end) (local.get $at)))
              (i64.shl
                (i64.shl
                  (i64.load (local.get $at))
                  (i64.extend_i32_u (i32.shl (i32.sub (i32.const 7) (i32.sub (local.get $end) (local.get $at))) (i32.const 3))))
                (i64.const 8)))))
        (i64.const 32))))

  (func $mix (param $value i64) (result i64)
    (local.set $value (i64.mul (local.get $value) (global.get 0)))
    (i64.xor (local.get $value) (i64.shr_u (local.get $value) (i64.const 29))))

  (func $hash (param $id i32) (result i32)
    (local $mixed i64)
    (local.set $mixed
      (i64.add
        (i64.mul (i64.load (local.get $id)) (global.get 0))
        (i64.mul (i64.load offset=8 (local.get $id)) (global.get 1))))
    (local.set $mixed (i64.mul (i64.xor (local.get $mixed) (i64.shr_u (local.get $mixed) (i64.const 29))) (global.get 0)))
    (i32.wrap_i64 (i64.shr_u (local.get $mixed) (i64.const 32)))))

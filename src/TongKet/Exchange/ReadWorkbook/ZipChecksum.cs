using System.Buffers.Binary;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// The checksum of ZIP entries (CRC-32, eight bytes a step). The framework does not compare it on reading, and a
/// digit changed on the way would else become a wrong number of a person.
/// </summary>
internal sealed class ZipChecksum
{
    private static readonly uint[][] Tables = MakeTables();

    private uint state = uint.MaxValue;

    public uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        while (bytes.Length >= 8)
        {
            var one = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var two = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                Tables[7][one & 0xFF]
                ^ Tables[6][(one >> 8) & 0xFF]
                ^ Tables[5][(one >> 16) & 0xFF]
                ^ Tables[4][one >> 24]
                ^ Tables[3][two & 0xFF]
                ^ Tables[2][(two >> 8) & 0xFF]
                ^ Tables[1][(two >> 16) & 0xFF]
                ^ Tables[0][two >> 24];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = (crc >> 8) ^ Tables[0][(crc ^ b) & 0xFF];
        }

        state = crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var t = 0; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                tables[t][i] = t == 0 ? Step(i) : (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xFF];
            }
        }

        return tables;
    }

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
        }

        return value;
    }
}

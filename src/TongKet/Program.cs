Console.WriteLine("TongKet");
